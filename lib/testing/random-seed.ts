/** The seed of a property test on a database: another one each run, said aloud, and FC_SEED to repeat it. */
export function randomSeed(name: string): number {
  const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${name}: FC_SEED=${seed}`);
  return seed;
}
