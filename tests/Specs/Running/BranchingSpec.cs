using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using static AesthetixWorkflows.Specs.Running.Pieces;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>If, split, go to, goal and drip.</summary>
public abstract class BranchingSpec<THost> : RunnerSpec<THost> where THost : ICarriers, new()
{
    [Fact]
    public async Task C13_the_first_true_branch_is_taken_and_without_one_the_none_branch()
    {
        await Clinic.Publish(new Flow("form.submitted", If("if", Tagged("vip"), "yes", "no"), Text("yes").To(null), Text("no")));
        var (vip, other) = (await Clinic.Person(but: c => c with { Tags = ["vip"] }), await Clinic.Person());
        await Clinic.Form(vip);
        await Clinic.Quiet();
        await Clinic.Form(other);
        await Clinic.Quiet();
        Assert.Equal(["yes", "no"], Clinic.Sent());
        Assert.Equal("branch:b1", await Clinic.Code((await Clinic.Only(vip)).Id, "if", Happened.Decided));
        Assert.Equal("none", await Clinic.Code((await Clinic.Only(other)).Id, "if", Happened.Decided));
    }

    [Theory]
    [InlineData("empty", null, null, true)]
    [InlineData("empty", null, "Acme", false)]
    [InlineData("isNot", "Acme", null, true)]
    [InlineData("isNot", "Acme", "Acme", false)]
    [InlineData("isNot", "Acme", "Other", true)]
    [InlineData("is", "Acme", null, false)]
    public async Task C13_a_field_without_a_value_is_empty_and_is_not_anything(string op, string? value, string? company, bool expected)
    {
        await Clinic.Publish(new Flow("form.submitted", If("if", Where("contact.company", op, value), "yes", "no"), Text("yes").To(null), Text("no")));
        await Clinic.Form(await Clinic.Person(but: c => c with { Company = company }));
        await Clinic.Quiet();
        Assert.Equal([expected ? "yes" : "no"], Clinic.Sent());
    }

    [Fact]
    public async Task C14_a_contact_keeps_its_side_of_a_split()
    {
        await Clinic.Publish(new Flow("form.submitted", Split("split", "a", "b"), Text("a").To(null), Text("b")));
        var people = new List<string>();
        for (var i = 0; i < 40; i++) people.Add(await Clinic.Person());
        await Task.WhenAll(people.Select(p => Clinic.Form(p)));
        await Clinic.Quiet();
        var sides = Clinic.Post.Sent.ToDictionary(m => m.ContactId!, m => m.StepId);
        // Forty on one side happens once in a trillion.
        Assert.Equal(["a", "b"], sides.Values.Distinct().Order());
        await Task.WhenAll(people.Select(p => Clinic.Form(p)));
        await Clinic.Quiet();
        Assert.Equal(80, Clinic.Post.Sent.Count);
        Assert.All(Clinic.Post.Sent, m => Assert.Equal(sides[m.ContactId!], m.StepId));
    }

    [Fact]
    public async Task Go_to_repeats_until_its_cap_and_each_round_sends_once()
    {
        await Clinic.Publish(new Flow("form.submitted", Text("text"), Delay("day", "P1D"), GoTo("again", "text", 2)));
        await Clinic.Form(await Clinic.Person());
        for (var day = 0; day < 4; day++) await Clinic.Pass("P1D");
        Assert.Equal(["text", "text", "text"], Clinic.Sent());
        Assert.Equal(3, Clinic.Post.Sent.Select(m => m.EffectId).Distinct().Count());
        (await Clinic.Only()).IsOver(EnrollmentStatus.Completed, "loop.cap");
    }

    [Fact]
    public async Task C15_a_goal_met_in_a_wait_is_jumped_to_at_once_and_the_timer_is_gone()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("week", "P7D"), Text("nag"), Goal("booked", "appointment.booked", "continue"), Email("thanks"), Delay("rest", "P30D")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Pass("P1D");
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(3));
        await Clinic.Quiet();
        Assert.Equal(["thanks"], Clinic.Sent());
        await Clinic.Pass("P8D");
        Assert.Equal(["thanks"], Clinic.Sent());
        (await Clinic.Only()).WaitsAt("rest");
    }

    [Fact]
    public async Task A_goal_is_met_once_and_one_that_lies_behind_is_left_alone()
    {
        await Clinic.Publish(new Flow("form.submitted", Delay("day", "P1D"), Goal("booked", "appointment.booked", "continue"), Text("after"), Delay("rest", "P30D")));
        var ada = await Clinic.Person();
        await Clinic.Form(ada);
        await Clinic.Quiet();
        await Clinic.Books(ada, "v1", Clinic.Now.AddDays(30));
        await Clinic.Quiet();
        await Clinic.Books(ada, "v2", Clinic.Now.AddDays(31));
        await Clinic.Quiet();
        Assert.Equal(["after"], Clinic.Sent());
        (await Clinic.Only()).WaitsAt("rest");
    }

    [Fact]
    public async Task C16_a_drip_lets_a_batch_through_each_interval_in_order()
    {
        const int people = 200, batch = 20;
        await Clinic.Publish(new Flow("form.submitted", Drip("drip", batch, "PT10M"), Text("text")));
        var order = new List<string>();
        for (var i = 0; i < people; i++)
        {
            order.Add(await Clinic.Person());
            await Clinic.Form(order[i]);
            // Whoever comes first is let through first; arrivals at the same moment have no order.
            if (i % batch == batch - 1) await Clinic.Quiet();
        }
        await Clinic.Quiet();
        for (var round = 1; round <= people / batch; round++)
        {
            Assert.Equal(round * batch, Clinic.Post.Sent.Count);
            Assert.Equal(order.Take(round * batch).Order(), Clinic.Post.Sent.Select(m => m.ContactId).Order());
            await Clinic.Pass("PT10M");
        }
        Assert.Equal(people, Clinic.Post.Sent.Count);
        Assert.All(await Clinic.Enrollments(), e => e.IsOver(EnrollmentStatus.Completed, "finished"));
    }
}
