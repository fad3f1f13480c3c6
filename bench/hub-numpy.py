"""The hub of hub-sites.mjs in NumPy: JSON in (sites, draws, seed, chunk), JSON out (seconds, statistics)."""
import json
import sys
import time

import numpy as np

job = json.load(sys.stdin)
sites, draws, chunk = job["sites"], job["draws"], job["chunk"]


def run(seed):
    rng = np.random.Generator(np.random.SFC64(seed))
    chips = np.zeros(draws)
    work = np.zeros(draws)
    for start in range(0, draws, chunk):
        n = min(chunk, draws - start)
        for s in sites:
            present = rng.lognormal(*s["claimed"], n)
            present *= rng.beta(*s["delivered"], n)
            present *= rng.beta(*s["fill"], n)
            powered = rng.lognormal(*s["megawatts"], n)
            powered *= rng.beta(*s["hookup"], n)
            powered *= 1000
            wall = rng.normal(*s["pue"], n)
            wall *= rng.lognormal(*s["kilowatts"], n)
            powered /= wall
            np.minimum(present, powered, out=present)
            chips[start : start + n] += present
            present *= rng.gamma(*s["petaflops"], n)
            present *= rng.beta(*s["utilisation"], n)
            present *= rng.beta(*s["availability"], n)
            work[start : start + n] += present
    return chips, work


def described(x):
    return [float(x.mean()), *(float(q) for q in np.quantile(x, [0.05, 0.5, 0.95]))]


wall, cpu = time.perf_counter(), time.process_time()
chips, work = run(job["seed"])
answer = {"chips": described(chips), "work": described(work)}
answer.update(version=np.__version__, wall=time.perf_counter() - wall, cpu=time.process_time() - cpu)
json.dump(answer, sys.stdout)
