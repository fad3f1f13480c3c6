# Site-steps a second of SustainCluster's site model, at its own default configuration: IT load, return temperature, HVAC, water.
# Called by site-hours.mjs with the folder of its checkout; NumPy is all it needs.
import os
import sys
import time

folder = sys.argv[1]
sys.path.insert(0, folder)
os.chdir(folder)
import envs.sustaindc.datacenter_model as model
from utils.dc_config_reader import DC_Config

config = DC_Config(
    dc_config_file=os.path.join(folder, "configs/dcs/dc_config.json"),
    total_cores=50_000,
    total_gpus=1_000,
    total_mem_GB=80_000,
    datacenter_capacity_mw=1.0,
)
racks = config.NUM_RACKS
site = model.DataCenter_ITModel(
    num_racks=racks,
    dc_memory_GB=80_000,
    rack_supply_approach_temp_list=config.RACK_SUPPLY_APPROACH_TEMP_LIST,
    rack_CPU_config=config.RACK_CPU_CONFIG,
    rack_GPU_config=getattr(config, "RACK_GPU_CONFIG", None),
    max_W_per_rack=config.MAX_W_PER_RACK,
    DC_ITModel_config=config,
)
steps = 8760
start = time.process_time()
for hour in range(steps):
    load = [50.0] * racks
    parts = site.compute_datacenter_IT_load_outlet_temp(load, 18.0, load, load)
    outlet = parts[-1]
    back = model.calculate_avg_CRAC_return_temp(config.RACK_RETURN_APPROACH_TEMP_LIST, outlet)
    total = sum(sum(part) for part in parts[:-1])
    model.calculate_HVAC_power(18.0, back, 20.0 + hour % 20, total, config)
seconds = time.process_time() - start
print(f"SustainCluster         {steps / seconds:,.0f} site-steps/s ({racks} racks)")
