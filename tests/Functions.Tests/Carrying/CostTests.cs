using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>What an enrollment costs on Azure, counted: calls of activities, requests to storage, bytes in the task hub.</summary>
public sealed class CostTests : RunnerSpec<AzureCarriers>
{
    [Fact]
    public async Task Ten_actions_are_ten_calls_and_nothing_else()
    {
        await Run(new Flow("form.submitted", [.. Enumerable.Range(1, 10).Select(n => Tag($"tag{n}", $"t{n}"))]));
        Assert.Equal(Enumerable.Repeat("ContactTagAdd", 10), Calls);
    }

    [Fact]
    public async Task A_wait_costs_no_call_of_its_own()
    {
        await Run(new Flow("form.submitted", Text("first"), Delay("day", "P1D"), Text("second")), "P1D");
        // Where timers go by the real clock it was woken by hand, and that costs a look.
        Assert.Equal(Host.Rig.ClockRingsTimers ? ["SmsSend", "SmsSend"] : ["SmsSend", "Evaluate", "SmsSend"], Calls);
    }

    [Fact]
    public async Task A_question_is_one_call()
    {
        await Run(new Flow("form.submitted", If("if", Tagged("vip"), "vip", "other"), Text("vip").To(null), Tag("other", "lead")));
        Assert.Equal(["Evaluate", "ContactTagAdd"], Calls);
    }

    [Fact]
    public async Task Something_that_came_is_one_question_and_then_what_it_leads_to()
    {
        var contact = await Run(new Flow("form.submitted", ForReply("reply", "sms", "P9D", null), Tag("answered", "answered")));
        Assert.Empty(Calls);
        await Clinic.Reply(contact);
        await Clinic.Quiet();
        Assert.Equal(["Evaluate", "ContactTagAdd"], Calls);
    }

    [Fact]
    public async Task A_form_that_starts_one_step_writes_to_storage_five_times()
    {
        await Run(new Flow("form.submitted", Tag("one", "one")));
        var contact = await Clinic.Person();
        var before = Host.Store.Traffic.Transactions;
        await Clinic.Form(contact);
        await Clinic.Quiet();
        // The event kept; routed, with the enrollment; the enrollment noted as started; the step, the end and the tag's own event; that routed.
        Assert.Equal(5, Host.Store.Traffic.Transactions - before);
    }

    IReadOnlyList<string> Calls => [.. Host.Calls.Select(call => call.Activity)];

    /// <summary>Publishes it, lets somebody in and waits for calm; returns the contact.</summary>
    async Task<string> Run(Flow flow, string? pass = null)
    {
        await Clinic.Publish(flow);
        var contact = await Clinic.Person();
        await Clinic.Form(contact);
        await Clinic.Quiet();
        if (pass is not null) await Clinic.Pass(pass);
        return contact;
    }
}
