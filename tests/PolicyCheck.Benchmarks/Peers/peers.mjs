// Judges the manifests of a file by one engine: `node peers.mjs ENGINE RULES FACTS`. On standard input, `check` prints for each manifest the
// rules that it breaks, and `turn MS` judges for so many milliseconds and prints the microseconds that a manifest took.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [engine, rulesFile, factsFile] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(rulesFile, 'utf8'));
const manifests = readFileSync(factsFile, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

const makers = {
  // Each schema is compiled to JavaScript once, and stops at its first error.
  async ajv() {
    const { default: Ajv } = await import('ajv');
    const ajv = new Ajv.default({ strict: false });
    const validators = Object.entries(rules).map(([id, schema]) => [id, ajv.compile(schema)]);
    return {
      judge(manifest) {
        let broken = 0;
        for (let i = 0; i < validators.length; i++) if (!validators[i][1](manifest)) broken++;
        return broken;
      },
      broken: (manifest) => validators.filter(([, validate]) => !validate(manifest)).map(([id]) => id),
    };
  },

  // Policies are parsed once; the policies that decide a denial are those that are broken.
  async cedar() {
    const cedar = await import('@cedar-policy/cedar-wasm/nodejs');
    const parsed = cedar.preparsePolicySet('rules', { staticPolicies: rules });
    if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors[0]));
    const [principal, action, resource] = ['Deployer', 'Action', 'System'].map((type) => ({ type, id: 'one' }));
    const judge = (context) => cedar.statefulIsAuthorized({ principal, action, resource, context, preparsedPolicySetId: 'rules', entities: [] });
    return {
      judge,
      broken(manifest) {
        const answer = judge(manifest);
        if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
        return answer.response.decision === 'deny' ? answer.response.diagnostics.reason : [];
      },
    };
  },

  async 'json-rules-engine'() {
    const { Engine } = (await import('json-rules-engine')).default ?? (await import('json-rules-engine'));
    const judge = new Engine(rules);
    return { judge: (manifest) => judge.run(manifest), broken: async (manifest) => (await judge.run(manifest)).events.map((event) => event.type) };
  },
};

const made = await makers[engine]();
const cycle = Math.min(1000, manifests.length);
let next = 0;

async function turn(milliseconds) {
  const start = process.hrtime.bigint();
  const end = start + BigInt(Math.round(milliseconds * 1e6));
  let done = 0;
  let now;
  do {
    for (let i = 0; i < 20; i++) {
      const judged = made.judge(manifests[next]);
      if (judged instanceof Promise) await judged;
      next = next + 1 < cycle ? next + 1 : 0;
    }
    done += 20;
    now = process.hrtime.bigint();
  } while (now < end);
  return Number(now - start) / 1000 / done;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(' ');
  if (command === 'check') {
    for (const manifest of manifests) console.log((await made.broken(manifest)).sort().join(' '));
  } else {
    console.log(await turn(Number(argument)));
  }
}
