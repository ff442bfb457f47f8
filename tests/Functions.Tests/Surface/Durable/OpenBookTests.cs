using System.Collections.Concurrent;
using System.Text;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Tests.Carrying;
using AesthetixWorkflows.Functions.Tests.Orchestration;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable;

/// <summary>A task hub is read by whoever can read the storage account: it holds ids, and little of them.</summary>
public sealed class OpenBookTests : RunnerSpec<AzureCarriers>
{
    const string Secret = "Zerafina", SecretText = "unmistakable words";
    readonly ConcurrentQueue<(string What, string Text)> _stored = new();

    void Listen() => ((Rig)Host.Rig).Hub.Stored = (what, text) => _stored.Enqueue((what, text));

    [Fact]
    public async Task Nothing_but_ids_reaches_an_orchestrations_input_history_or_status()
    {
        Listen();
        await Clinic.Publish(new Flow("form.submitted",
            Text("text", $"Hello {{{{contact.firstName}}}}, {SecretText}"), Email("mail", SecretText), Act("note", "note.add", new() { ["text"] = SecretText }),
            If("if", Tagged("vip"), "reply", "reply"), ForReply("reply", "sms", "P9D", null), Delay("day", "P1D"), Text("last")));
        var contact = await Clinic.Person(Secret, c => c with { LastName = Secret, Email = "zerafina@example.test", Phone = "+12125550199" });
        await Clinic.Form(contact);
        await Clinic.Quiet();
        await Clinic.Reply(contact, SecretText);
        await Clinic.Pass("P1D");

        Assert.Equal(["text", "mail", "last"], Clinic.Sent());
        Assert.True(_stored.Count >= 10);
        foreach (var secret in new[] { Secret, "zerafina", "2125550199", SecretText, "Lumina" })
            Assert.DoesNotContain(_stored, kept => kept.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_fault_says_no_more_in_the_history_than_its_kind()
    {
        Listen();
        await Clinic.Publish(new Flow("form.submitted", Text("text")));
        var tries = 0;
        Clinic.Post.Meanwhile = _ => Interlocked.Increment(ref tries) == 1 ? throw new InvalidOperationException($"{Secret} could not be reached") : Task.CompletedTask;
        await Clinic.Form(await Clinic.Person(Secret));
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!_stored.Any(kept => kept.What == "fault"))
        {
            Assert.True(DateTime.UtcNow < until, "The fault was never noted.");
            await Task.Delay(5);
        }
        Assert.DoesNotContain(_stored, kept => kept.Text.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(_stored, kept => kept.Text.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_leaves_less_than_four_kilobytes_and_a_long_life_no_long_history()
    {
        const int Steps = 4 * EnrollmentOrchestrator.TurnsPerHistory;
        Listen();
        await Clinic.Publish(new Flow("form.submitted", [.. Enumerable.Range(1, Steps / 2).SelectMany(n => new[] { Tag($"tag{n}", $"t{n}"), Delay($"wait{n}", "P1D") })]));
        await Clinic.Form(await Clinic.Person());
        for (var day = 0; day < Steps / 2; day++) await Clinic.Pass("P1D");

        var enrollment = await Clinic.Only();
        Assert.False(enrollment.IsLive);
        Assert.InRange(_stored.Sum(kept => Encoding.UTF8.GetByteCount(kept.Text)) / (Steps / 2), 1, 4096);
        // At most so many lines for each turn: begun, what was asked, what was answered, a timer set and rung.
        Assert.All(((Rig)Host.Rig).Hub.Instances, instance => Assert.InRange(instance.History.Count, 1, 8 * EnrollmentOrchestrator.TurnsPerHistory));
    }
}
