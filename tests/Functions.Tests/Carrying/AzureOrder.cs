using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

public sealed class AzureOrder : OrderSpec<AzureCarriers>
{
    /// <summary>A hook is answered before its event is kept; the order is that of the answers all the same.</summary>
    [Fact]
    public async Task Hooks_called_one_after_the_other_are_kept_and_routed_in_that_order()
    {
        const int Many = 24;
        var patients = new List<string>();
        for (var n = 0; n < Many; n++) patients.Add((await Clinic.Store.Find(Kinds.Contact, Specs.Running.Clinic.Id, await Clinic.Person()))!.Body.Email!);
        await Clinic.Quiet();
        Slow = change => change is Change.Accept { Event.Type: "form.submitted" } or Change.Routed { Event.Type: "form.submitted" } ? Task.Delay(Random.Shared.Next(40)) : Task.CompletedTask;
        var door = Clinic.Get<IEventDoor>();
        Task Call(string type, object data) =>
            door.Admit(Specs.Running.Clinic.Id, new("hook:hook_1", Guid.NewGuid().ToString("n"), type, Clinic.Now, JsonSerializer.SerializeToElement(data)), default);
        await Task.WhenAll(patients.Select(async email =>
        {
            await Call("form.submitted", new { contact = new { email } });
            await Call("appointment.booked", new { contact = new { email }, appointment = new { externalId = $"visit-{email}", startsAt = Clinic.Now.AddDays(20) } });
        }));
        await Clinic.Quiet();
        await Clinic.Pass("P8D");
        Assert.Equal(Enumerable.Repeat("thanks", Many), Clinic.Sent());
    }
}
