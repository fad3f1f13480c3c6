export function CapabilityScreen() { return null; }
