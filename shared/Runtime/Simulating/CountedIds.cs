using System.Buffers.Binary;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>Ids that are the same in every run of the same simulation, so that its trace is too.</summary>
sealed class CountedIds(TimeProvider clock) : IIdSource
{
    ulong _made;

    public string New(string prefix)
    {
        Span<byte> entropy = stackalloc byte[10];
        BinaryPrimitives.WriteUInt64BigEndian(entropy[2..], ++_made);
        return Ids.Make(prefix, clock.GetUtcNow(), entropy);
    }
}
