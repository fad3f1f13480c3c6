/** The four plants. */
export const plantKinds = ['air-chiller', 'indirect-evaporative', 'dry-liquid', 'tower-liquid'] as const;
export type PlantKind = (typeof plantKinds)[number];

/** Constants of the cooling plants, one value each; temperatures in °C, approaches and rises in K, powers over IT load. */
export interface CoolingConstants {
  electrical: {
    /** Efficiencies at the usual load [-]. */
    transformer: number;
    ups: number;
    distribution: number;
    /** Lighting, offices, controls, over IT load [-]. */
    misc: number;
    /** Share of the losses that heats the halls [-]. */
    inHall: number;
  };
  air: {
    /** Air into the servers, and its rise through them. */
    supply: number;
    rise: number;
    /** Hall fans at sea level, over heat carried [-]. */
    fan: number;
    /** Economiser: outdoor air must be that much colder than the supply. */
    economiserApproach: number;
    /** Effectiveness of wet pads in the outdoor air against its wet bulb; 0 where there are none [-]. */
    pads: number;
    /** Evaporator below supply air, condenser above outdoor air. */
    evaporatorApproach: number;
    condenserApproach: number;
    /** Chilled-water pumps and condenser fans, over heat the chiller moves [-]. */
    auxiliary: number;
  };
  chiller: {
    /** Share of the Carnot coefficient that is reached [-]. */
    carnotShare: number;
    /** Least lift between evaporator and condenser. */
    leastLift: number;
    /** What water-cooled machines reach over air-cooled ones [-]. */
    waterCooled: number;
    /** Temperature that capacity is bought for, and the share lost for each kelvin above [1/K]. */
    rated: number;
    derating: number;
  };
  evaporative: {
    /** Effectiveness of the heat exchanger dry, and wet against the wet bulb [-]. */
    dry: number;
    wet: number;
    /** Fans of both sides at sea level, over heat carried [-]. */
    fan: number;
    /** Share of the heat that a wet exchanger gives to the air without evaporating [-]. */
    sensible: number;
    /** No water below this outdoor temperature. */
    freeze: number;
    /** Pumps that wet pads or an exchanger, over heat [-]. */
    pump: number;
    /** Most heat that a wet exchanger takes, over that of the hall [-]. */
    most: number;
  };
  liquid: {
    /** Share of the heat that liquid takes [-]. */
    share: number;
    /** Warmest water the servers take. */
    setPoint: number;
    /** Pumps of loop and distribution units, over heat [-]. */
    pump: number;
    /** Dry cooler: approach and fan power over heat at design flow at sea level. */
    dryApproach: number;
    dryFan: number;
    /** Least flow of the dry coolers' fans over design [-]. */
    leastFlow: number;
    /** Beyond the approach the chillers take all of the heat where the air is warmer by this. */
    trimRise: number;
    /** Evaporator of the trim chiller below the set point. */
    trimApproach: number;
    /** Rise of the liquid through the servers. */
    rise: number;
  };
  tower: {
    /** Water above wet bulb; air above water in the halls' coils. */
    approach: number;
    coilApproach: number;
    /** Fans and pumps over heat at design [-]. */
    fan: number;
    pump: number;
    /** Least flow of the fans over design [-]. */
    leastFlow: number;
    /** Condenser of the trim chiller above tower water. */
    condenserApproach: number;
    /** What runs beside a water-cooled chiller over what runs beside an air-cooled one [-]. */
    auxiliary: number;
    /** Share of the heat that leaves as sensible heat at 0 °C wet bulb, at most, and the wet bulb where it is none [-]. */
    sensible: number;
    mostSensible: number;
    damp: number;
  };
  water: {
    /** Cycles of concentration of towers, pads and wet exchangers, and drift of towers over evaporation [-]. */
    cycles: number;
    drift: number;
  };
}
