using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Tests.Running;
using AesthetixWorkflows.Local.Tests.Simulating;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Redelivering;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Local.Tests.Redelivering;

/// <summary>A call to another system, made once more because somebody asks for it.</summary>
public sealed class RedeliveryTests : IAsyncLifetime
{
    readonly Plain _others = new();

    public RedeliveryTests() => Clinic = new(new LocalCarriers(new StoppedClock()), services => services.AddSingleton<IOutboundClient>(_others));

    Clinic Clinic { get; }

    public Task InitializeAsync() => Clinic.Open();

    public async Task DisposeAsync() => await Clinic.DisposeAsync();

    [Fact]
    public async Task It_goes_out_again_under_the_same_id_and_the_enrollment_is_left_alone()
    {
        var (delivery, enrollment) = await Called();
        var before = await Clinic.Store.LogOf(Clinic.Id, enrollment);
        _others.Status = 202;
        var again = await Clinic.Get<Redelivery>().Do(Clinic.Staff, delivery);
        Assert.Equal(2, _others.Calls);
        var made = (await Clinic.Store.Find(Kinds.Delivery, Clinic.Id, again.Delivery!))!.Body;
        Assert.Equal((delivery.Body.EffectId, 2, 202), (made.EffectId, made.Attempt, made.Status));
        Assert.NotEqual(delivery.Id, again.Delivery);
        Assert.Equal(before, await Clinic.Store.LogOf(Clinic.Id, enrollment));
        Assert.Contains((await Clinic.Store.List(Kinds.Audit, Clinic.Id, new())).Items, a => a.Body.Action == "delivery.redelivered" && a.Body.Subject == delivery.Id);
    }

    [Fact]
    public async Task Whose_contact_is_gone_is_told_to_nobody()
    {
        var (delivery, enrollment) = await Called();
        await Clinic.Delete((await Clinic.Store.FindEnrollment(Clinic.Id, enrollment))!.Enrollment.ContactId!);
        Assert.Null((await Clinic.Get<Redelivery>().Do(Clinic.Staff, delivery)).Delivery);
        Assert.Equal(1, _others.Calls);
    }

    [Fact]
    public async Task C25_a_field_that_has_become_private_stays_out_of_the_call_that_carried_it_before()
    {
        await Clinic.Change(p => p with { OpenFields = ["form.fields.wish"] });
        var (delivery, _) = await Called(new() { ["url"] = "https://lab.example/in", ["body"] = "{{form.fields.wish}}" });
        await Clinic.Change(p => p with { OpenFields = [] });
        await Refused(delivery, new Outcome.Failed("private.field:form.fields.wish", false));
        await Clinic.Change(p => p with { OpenFields = ["*"] });
        Assert.NotNull((await Clinic.Get<Redelivery>().Do(Clinic.Staff, delivery)).Delivery);
        Assert.Equal(2, _others.Calls);
    }

    [Fact]
    public async Task On_a_day_on_which_the_workflow_rests_nobody_is_called()
    {
        var (delivery, _) = await Called(settings: new() { ["pauseDates"] = new JsonArray(new JsonObject { ["from"] = Clinic.Now.AddDays(3).ToString("yyyy-MM-dd"), ["to"] = Clinic.Now.AddDays(5).ToString("yyyy-MM-dd") }) });
        await Clinic.Pass("P4D");
        Assert.Equal("held.pauseDates", Assert.IsType<Outcome.Held>((await Clinic.Get<Redelivery>().Do(Clinic.Staff, delivery)).Outcome).Code);
        Assert.Equal(1, _others.Calls);
    }

    async Task Refused(Stored<Delivery> delivery, Outcome why)
    {
        var audit = await Clinic.Audited();
        Assert.Equal(new(null, why), await Clinic.Get<Redelivery>().Do(Clinic.Staff, delivery));
        Assert.Equal(1, _others.Calls);
        Assert.Equal(audit, await Clinic.Audited());
    }

    async Task<(Stored<Delivery>, string)> Called(JsonObject? config = null, JsonObject? settings = null)
    {
        await Clinic.Publish(new Flow("form.submitted", Act("hook", "webhook.send", config ?? new JsonObject { ["url"] = "https://lab.example/in" })) { Settings = settings ?? [] });
        await Clinic.Happens("form.submitted", await Clinic.Person(), new { form = new { id = "a", fields = new { wish = "peel" } } });
        await Clinic.Quiet();
        var delivery = Assert.Single((await Clinic.Store.List(Kinds.Delivery, Clinic.Id, new())).Items);
        return (delivery, delivery.Body.EnrollmentId!);
    }
}
