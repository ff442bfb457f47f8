namespace AesthetixWorkflows.Core.Machine;

/// <summary>A hash that is the same on every machine and in every version: FNV-1a with a final mix.</summary>
public static class StableHash
{
    /// <returns>A number from 0 (inclusive) to 1 (exclusive), evenly spread.</returns>
    public static double Share(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ (byte)c) * 1099511628211UL;
            hash = (hash ^ (byte)(c >> 8)) * 1099511628211UL;
        }
        // FNV leaves the high bits of similar texts close together; the mix of SplitMix64 parts them.
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        hash ^= hash >> 31;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
