"""What a career center does. Each function returns a value and prints nothing."""
