using AesthetixWorkflows.Runtime.Enrolling;

namespace AesthetixWorkflows.Api.Enrollments;

/// <summary>Asks for a contact to be let into a workflow.</summary>
public interface IAdmission
{
    Task<EnrollResult> Enroll(EnrollRequest request, CancellationToken ct);
}

/// <summary>The product's own: the same door that triggers go through.</summary>
sealed class EnrollerAdmission(Enroller enroller) : IAdmission
{
    public Task<EnrollResult> Enroll(EnrollRequest request, CancellationToken ct) => enroller.Enroll(request, ct);
}
