namespace AesthetixWorkflows.Local.Tests.Journeys;

/// <summary>A visit is booked, moved and called off, as booking systems report it.</summary>
public sealed class VisitJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task Reminders_follow_the_visit_when_it_moves_and_end_when_it_is_cancelled()
    {
        var contact = new { firstName = "Grace", email = "grace@example.test", phone = "+12125550188" };
        var now = await Practice.Now();
        var (first, later) = (now.AddDays(6), now.AddDays(9));
        await Practice.Event("b1", "appointment.booked", new { contact, appointment = new { externalId = "v1", startsAt = first } });
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 1);
        await Waits(grace, "s4", first.AddDays(-2));

        await Practice.Event("b2", "appointment.rescheduled", new { contact, appointment = new { externalId = "v1", startsAt = later } });
        await Waits(grace, "s4", later.AddDays(-2));
        await Practice.PassTime("P6D");
        await Visitor.Until(Practice.Now, at => at > first);
        await Practice.Messages(grace, 1);
        await Practice.PassTime("P1DT1M");
        await Practice.Messages(grace, 2);
        await Practice.Runs(grace, runs => runs is [var run] && run.Text("stepId") == "s10");
        await Practice.PassTime("PT22H");
        await Waits(grace, "s6", later.AddDays(-1));

        await Practice.Event("b3", "appointment.status.changed", new { contact, appointment = new { externalId = "v1", status = "cancelled" } });
        var run = Assert.Single(await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "exited")));
        Assert.Equal("appointment.cancelled", run.Text("reason"));
        await Practice.PassTime("P3D");
        await Practice.Messages(grace, 2);
    }

    async Task Waits(string contact, string step, DateTimeOffset until) => await Practice.Runs(contact, runs =>
        runs is [var run] && run.Text("stepId") == step && run.Text("status") == "waiting" && (run.GetProperty("nextAt").GetDateTimeOffset() - until).Duration() < TimeSpan.FromSeconds(2));
}
