using System.Text.Json;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Journeys;

/// <summary>The walk of somebody who tries the product for the first time, over HTTP alone.</summary>
public sealed class FormJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task A_form_brings_an_email_and_a_text_with_the_name_then_waits_a_day_and_goes_on()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        var messages = await Practice.Messages(grace, 2);
        Assert.Equal(["email", "sms"], messages.Select(m => m.Text("channel")));
        Assert.Contains("Thank you, Grace", messages[0].Text("subject"), StringComparison.Ordinal);
        Assert.StartsWith("Hi Grace", messages[1].Text("text"), StringComparison.Ordinal);
        Assert.Equal("+12125550188", messages[1].Text("to"));

        var run = Assert.Single(await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "waiting")));
        Assert.Equal(("s4", "delay"), (run.Text("stepId"), run.Text("waitsFor")));
        Assert.Equal(run.GetProperty("enrolledAt").GetDateTimeOffset().DaysOn(1), run.GetProperty("nextAt").GetDateTimeOffset(), TimeSpan.FromSeconds(30));

        await Practice.PassTime("P1D");
        await Practice.Messages(grace, 3);
        run = Assert.Single(await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "completed")));
        Assert.Equal("finished", run.Text("reason"));
        Assert.Contains(await Practice.List("/api/tasks"), task => task.Text("title")!.Contains("Grace Hopper", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C6_after_STOP_there_is_no_further_text_and_the_log_says_why()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        await Practice.Post("/api/sandbox/reply", new { contactId = grace, text = "STOP" });
        await Visitor.Until(() => Practice.Get($"/api/contacts/{grace}"), contact => contact.GetProperty("dnd").GetArrayLength() == 1);

        await Practice.PassTime("P1D");
        var run = Assert.Single(await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "completed")));
        // The third is the confirmation of the STOP, and no workflow's.
        Assert.Equal(2, (await Practice.Messages(grace, 3)).Count(message => message.Text("workflowId") is not null));
        var log = (await Practice.Get($"/api/enrollments/{run.Text("id")}")).GetProperty("log").EnumerateArray();
        Assert.Contains(log, line => line.Text("stepId") == "s6" && line.Text("what") == "skipped" && line.Text("code") == "consent.dnd.sms");
    }

    [Fact]
    public async Task The_same_delivery_again_brings_nothing_new()
    {
        await Practice.Form("grace@example.test", "delivery-1");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        await Practice.PassTime("P1D");
        await Practice.Messages(grace, 3);
        // The workflow may be entered again by now; the delivery is the old one all the same.
        await Practice.Form("grace@example.test", "delivery-1");
        // Once what came after it is done, it has had its chance.
        await Practice.Form("someone-else@example.test", "delivery-2", "(212) 555-0199");
        await Practice.Messages(await Practice.Contact("someone-else@example.test"), 2);
        Assert.Single(await Practice.List($"/api/enrollments?contactId={grace}"));
        await Practice.Messages(grace, 3);
    }
}
