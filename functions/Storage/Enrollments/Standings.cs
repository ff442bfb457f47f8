using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>What enrollments of a workflow are filed under. Coarser than the status: one that goes from active to waiting
/// and back, as all do at every step, keeps its row.</summary>
enum Standing { Live, Paused, Completed, Exited, Failed }

static class Standings
{
    public static readonly IReadOnlyList<Standing> All = Enum.GetValues<Standing>();

    public static Standing Of(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Scheduled or EnrollmentStatus.Active or EnrollmentStatus.Waiting => Standing.Live,
        EnrollmentStatus.Paused => Standing.Paused,
        EnrollmentStatus.Completed => Standing.Completed,
        EnrollmentStatus.Exited => Standing.Exited,
        EnrollmentStatus.Failed => Standing.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>In keys; for ever.</summary>
    public static char Letter(Standing standing) => standing switch
    {
        Standing.Live => 'l',
        Standing.Paused => 'p',
        Standing.Completed => 'c',
        Standing.Exited => 'x',
        Standing.Failed => 'f',
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
