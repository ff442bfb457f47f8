using System.Security.Cryptography;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Identity;

/// <summary>New ids that sort in the order they were made: within a millisecond, and when the clock is set back, the
/// random part counts up instead of being drawn again.</summary>
public sealed class IdSource(TimeProvider time) : IIdSource
{
    readonly Lock _gate = new();
    readonly byte[] _entropy = new byte[10];
    long _millisecond = -1;

    public string New(string prefix)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > _millisecond) Begin(now);
            else if (!CountUp()) Begin(_millisecond + 1);
            return Ids.Make(prefix, DateTimeOffset.FromUnixTimeMilliseconds(_millisecond), _entropy);
        }
    }

    void Begin(long millisecond)
    {
        _millisecond = millisecond;
        RandomNumberGenerator.Fill(_entropy);
    }

    /// <summary>False when all 80 bits were ones.</summary>
    bool CountUp()
    {
        for (var i = _entropy.Length - 1; i >= 0; i--)
            if (++_entropy[i] != 0) return true;
        return false;
    }
}
