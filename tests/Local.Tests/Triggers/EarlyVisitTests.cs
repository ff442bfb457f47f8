using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Crashing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>A booking and what is reported of its visit, routed by two workers in the same moment.</summary>
public sealed class EarlyVisitTests
{
    [Theory]
    [InlineData("appointment.booked")]
    [InlineData("appointment.status.changed")]
    public async Task Whichever_of_booking_and_cancellation_is_written_first_the_visit_is_off(string slower)
    {
        await using var here = await Reception.Open();
        var ada = await here.Person();
        var booked = await Arrives(here, "appointment.booked", new { externalId = "v1", startsAt = here.Clock.Now.AddDays(5) }, ada, 0);
        var off = await Arrives(here, "appointment.status.changed", new { externalId = "v1", status = "cancelled" }, ada, 1);
        var (slow, fast) = slower == booked.Type ? (booked, off) : (off, booked);

        var store = new CrashableStore(here.Store);
        await using var worker = here.Host(store);
        var raced = false;
        store.Before = async _ =>
        {
            if (raced) return;
            raced = true;
            await here.Get<EventRouter>().Route(fast);
        };
        await worker.GetRequiredService<EventRouter>().Route(slow);
        await here.RouteAll();

        Assert.True(raced);
        Assert.Equal(AppointmentStatus.Cancelled, Assert.Single((await here.Store.List(Kinds.Appointment, Reception.Practice, new())).Items).Body.Status);
    }

    static async Task<PracticeEvent> Arrives(Reception here, string type, object appointment, string contact, int second)
    {
        var id = (await here.Get<EventIntake>().Accept(Reception.Practice,
            [new("booking", type, type, here.Clock.Now.AddSeconds(second), JsonSerializer.SerializeToElement(new { appointment }), contact)])).Ids[0];
        return (await here.Store.FindEvent(Reception.Practice, id))!.Event;
    }
}
