using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>The demonstration practice's own workflows, told twice.</summary>
public sealed class DemoAgreementTests
{
    [Theory]
    [InlineData("Consultation request", "form.submitted", """{"form":{"id":"consultation"}}""", null, null, "s1 s2 s6")]
    [InlineData("Consultation request", "form.submitted", """{"form":{"id":"consultation"}}""", "contact.tag.added", """{"tag":{"name":"booked"}}""", "s1 s2")]
    [InlineData("Consultation request", "form.submitted", """{"form":{"id":"consultation"}}""", "message.received", """{"message":{"channel":"sms","body":"STOP"}}""", "s1 s2")]
    [InlineData("Visit reminders", "appointment.booked", """{"appointment":{"externalId":"v1","startsAt":"@5.00:30"}}""", null, null, "s1 s3 s5 s7 s9")]
    [InlineData("Visit reminders", "appointment.booked", """{"appointment":{"externalId":"v1","startsAt":"@5.00:30"}}""", "appointment.rescheduled", """{"appointment":{"externalId":"v1","startsAt":"@6.00:30"}}""", "s1 s3 s5 s7 s9")]
    [InlineData("No-show recovery", "appointment.booked", """{"appointment":{"externalId":"v1","startsAt":"@00:30"}}""", "appointment.status.changed", """{"appointment":{"externalId":"v1","status":"noshow"}}""", "s2 s4")]
    public async Task The_demonstration_is_simulated_as_it_happens(string name, string type, string data, string? then, string? thenData, string sent)
    {
        await using var worlds = new TwoWorlds();
        await worlds.Open();
        await worlds.Clinic.Store.Commit(new ChangeSet(Clinic.Id).Put(Kinds.User, "usr_desk", new User("Nora", "nora@example.test", null, "frontdesk"), 0));
        var definition = await Definition(name);
        var trace = await worlds.Agree(new Story(name, definition, new Happening(TimeSpan.Zero, type, data), then is null ? [] : [new Happening(TimeSpan.FromHours(2), then, thenData!)])
        {
            Where = practice => practice with { Website = "https://lumina.example", Address = "12 Rose Street" },
        });
        Assert.Equal(sent.Split(' '), trace!.Lines.Where(line => line.Messages is not null).Select(line => line.StepId));
        Assert.Equal("over", trace.Ended.Code);
    }

    static async Task<System.Text.Json.JsonElement> Definition(string name)
    {
        await using var carriers = new LocalCarriers(new StoppedClock(), demo: true);
        await using var carrier = await carriers.Open(_ => { });
        var store = (Runtime.Ports.IStore)carrier.Services.GetService(typeof(Runtime.Ports.IStore))!;
        return (await store.List(Kinds.Workflow, DemoPractice.Id, new(200))).Items.Single(w => w.Body.Name == name).Body.Draft;
    }
}
