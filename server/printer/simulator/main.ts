import { parseArgs } from 'node:util';
import { startPrinterSimulator } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' },
    host: { type: 'string', default: '127.0.0.1' },
    'control-port': { type: 'string', default: '0' },
    paper: { type: 'string', default: '80' },
  },
});

const simulator = await startPrinterSimulator({
  port: Number(values.port),
  host: values.host,
  controlPort: Number(values['control-port']),
  paperMm: values.paper === '58' ? 58 : 80,
});
console.log(`printer  tcp://${simulator.host}:${simulator.port}`);
console.log(`control  ${simulator.controlUrl}/status`);
console.log(`picture  ${simulator.controlUrl}/tickets/latest.svg`);

const stop = () => void simulator.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
