namespace AesthetixWorkflows.Local.Storage;

static class Live
{
    /// <summary>The same set as <see cref="Core.Enrollments.Enrollment.IsLive"/>.</summary>
    public const string Sql = "status IN ('scheduled', 'active', 'waiting', 'paused')";
}
