using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>Picks one of several by weight: even in the long run, and the same one each time for the same effect.</summary>
/// <remarks>A counter would be fairer over a handful, but it would be a record every enrollment fights for.</remarks>
static class FairShare
{
    public static T Pick<T>(string effectId, IReadOnlyList<T> choices, Func<T, decimal> weight)
    {
        var weights = choices.Select(choice => Math.Max(0, weight(choice))).ToList();
        var total = weights.Sum();
        if (total == 0)
        {
            weights = [.. choices.Select(_ => 1m)];
            total = choices.Count;
        }
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(effectId)));
        var at = total * hash / (1m + uint.MaxValue);
        for (var i = 0; i < choices.Count; i++)
            if ((at -= weights[i]) < 0) return choices[i];
        return choices[^1];
    }
}
