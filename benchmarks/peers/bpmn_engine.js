// SPDX-License-Identifier: EUPL-1.2
// bpmn-engine: 342 parallel parties, a step completed and the state serialised after each.
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { EventEmitter } = require('node:events');
const { createRequire } = require('node:module');

const { Engine } = createRequire(join(process.cwd(), 'package.json'))('bpmn-engine');

const COUNCILS = 342;
const STEPS = 40;

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

async function main() {
  // A duration is an expression of Python to SpiffWorkflow, and a plain word to this engine.
  const source = readFileSync(join(__dirname, 'councils.bpmn'), 'utf8').replace('"P42D"', 'P42D');
  const waiting = [];
  const listener = new EventEmitter();
  listener.on('activity.wait', (api) => {
    if (api.id === 'answer') waiting.push(api);
  });
  const engine = new Engine({ name: 'hearing', source, settings: { batchSize: COUNCILS } });
  await engine.execute({ listener });
  if (waiting.length !== COUNCILS) throw new Error(`${waiting.length} councils wait`);
  const steps = [];
  const stored = [];
  for (const api of waiting.slice(0, STEPS)) {
    const start = cpu();
    api.signal();
    const done = cpu();
    JSON.stringify(await engine.getState());
    steps.push(done - start);
    stored.push(cpu() - start);
  }
  const said = `in memory ${(1000 * median(steps)).toFixed(1)} ms a step`;
  process.stdout.write(JSON.stringify({ seconds: median(stored), said }));
  process.exit(0);
}

main();
