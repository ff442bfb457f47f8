using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Which side of a split: by a stable hash, so the same seed falls on the same side on every machine.</summary>
public static class SplitRule
{
    /// <param name="seed">Workflow, step and contact.</param>
    public static string? Pick(IReadOnlyList<Share> shares, string seed)
    {
        var total = shares.Sum(s => s.Percent);
        var at = StableHash.Share(seed) * total;
        foreach (var share in shares)
        {
            at -= share.Percent;
            if (at < 0) return share.Id;
        }
        return null;
    }
}
