using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Core.Tests.Machine.Flow;
using static AesthetixWorkflows.Core.Tests.Machine.Play;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Moves that are legal and that chance brings about too seldom to rely on.</summary>
static class RareMoves
{
    static readonly Definition flow = Of(("a", Tag("w")), ("w", Delay("P1D", "gone")), ("off", Off(Tag("gone"))), ("q", If("g")), ("g", Goal("wait", null)));

    public static void Make(Recorder recorder)
    {
        Play New(Definition definition) => new(definition, recorder);
        Play Scheduled(string? start, Definition? definition = null) =>
            New(definition ?? flow).Enrolled(with: e => e with { StartStep = start, StartAt = e.EnrolledAt.AddDays(1) }).Then(null, EnrollmentStatus.Scheduled);

        Scheduled("gone").Does(Operation.RunNow).ThenOver(EnrollmentStatus.Failed, "step.missing");
        Scheduled(null).Does(Operation.Move, "off").ThenOver(EnrollmentStatus.Failed, "step.missing");
        Scheduled("g", Of(("g", Goal("wait", "w")), ("w", Delay("P1D", null)))).MeetsGoal("g").ThenWaits("w");
        Scheduled("g", Of(("g", Goal("wait", "gone")))).MeetsGoal("g").ThenOver(EnrollmentStatus.Failed, "step.missing");
        Scheduled("w").MovesTo(Of(("b", Tag()))).ThenOver(EnrollmentStatus.Completed, "finished");
        New(flow).Enrolled().Does(Operation.Move, "off").ThenOver(EnrollmentStatus.Failed, "step.missing");
        New(flow).Enrolled(with: e => e with { StartStep = "q" }).MeetsGoal("g").ThenOver(EnrollmentStatus.Completed, "finished");
        New(Read("""{"schemaVersion":1,"steps":{}}""")).Made().Pauses().When(new Input.Started()).ThenOver(EnrollmentStatus.Completed, "finished");
        New(Of(("a", Tag("gone")))).Enrolled().Pauses().Done().Resumes().ThenOver(EnrollmentStatus.Failed, "step.missing");
        New(flow).Enrolled().Done().Pauses().Does(Operation.RunNow).ThenOver(EnrollmentStatus.Failed, "step.missing");

        Scheduled(null, Of(("a", Tag()), ("end", End()))).Does(Operation.Move, "end").ThenOver(EnrollmentStatus.Completed, "ended");
        Scheduled("g", Of(("g", Goal("wait", "a")), ("a", Tag()))).MeetsGoal("g").ThenAsksFor("a");
        Scheduled("g", Of(("g", Goal("wait", null)))).MeetsGoal("g").ThenOver(EnrollmentStatus.Completed, "finished");
        New(Of(("q", If("g")), ("g", Goal("wait", "gone")))).Enrolled().MeetsGoal("g").ThenOver(EnrollmentStatus.Failed, "step.missing");
        New(flow).Enrolled().Done().Does(Operation.Skip).ThenOver(EnrollmentStatus.Failed, "step.missing");
        New(flow).Enrolled().Done().Does(Operation.Move, "off").ThenOver(EnrollmentStatus.Failed, "step.missing");
        New(Of(("a", Tag("end")), ("end", End()))).Enrolled().Pauses().Done().Resumes().ThenOver(EnrollmentStatus.Completed, "ended");

        var circle = New(Of(("r", Reply("r", "PT0S", "r")))).Enrolled();
        while (circle.Enrollment.IsLive) circle.Rings();
        circle.ThenOver(EnrollmentStatus.Failed, "loop.runaway").Does(Operation.Retry).ThenWaits("r");
    }
}
