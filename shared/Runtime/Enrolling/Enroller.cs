namespace AesthetixWorkflows.Runtime.Enrolling;

/// <summary>Decides on entry and writes the new enrollment.</summary>
public sealed class Enroller
{
    public Task<EnrollResult> Enroll(EnrollRequest request, CancellationToken ct = default) => throw new NotSupportedException("in the making");
}
