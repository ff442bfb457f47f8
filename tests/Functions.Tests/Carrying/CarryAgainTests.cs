using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Specs.Running;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

/// <summary>The day after a task hub was lost.</summary>
public sealed class CarryAgainTests : RunnerSpec<AzureCarriers>
{
    [Fact]
    public async Task Everybody_who_is_inside_is_carried_again_and_those_who_are_carried_stay_as_they_are()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("first"), Delay("day", "P1D"), Text("second")));
        for (var person = 0; person < 3; person++) await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();
        await Host.LoseTaskHub();
        await Clinic.Form(await Clinic.Person());
        await Clinic.Quiet();

        await CarryAgain();
        await CarryAgain();
        await Clinic.Pass("P1D");
        Assert.Equal(4, Clinic.Sent().Count(step => step == "second"));
    }

    async Task CarryAgain()
    {
        string? cursor = null;
        do cursor = (await Recovering.CarryAgain.Page(Clinic.Id, Clinic.Store, Clinic.Get<EnrollmentStarter>(), cursor, default))!.Next;
        while (cursor is not null);
    }

    [Fact]
    public async Task An_operators_key_may_ask_for_it_and_no_other()
    {
        await using var stand = await AzureStand.Open();
        (await stand.Call("POST", "/api/enrollments/carry-again", key: null)).Expect(401, "key.missing");
        Assert.Equal(0, (int)(await stand.Call("POST", "/api/enrollments/carry-again?cursor=nonsense")).Expect(200).Json["looked"]!);
    }
}
