using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>An event that others are in the way of: each time it is about to be written, the contact that it completes has changed.</summary>
public sealed class ConflictTests
{
    static void Busy(Practice practice, int times) => practice.One.Store.Before = async changes =>
    {
        if (!changes.Changes.Any(change => change is Change.Routed) || times-- <= 0) return;
        var known = (await practice.Store.Find(Kinds.Contact, Practice.Id, Practice.Ada))!;
        await practice.Keep(new ChangeSet(Practice.Id).Put(Kinds.Contact, Practice.Ada, known.Body with { Tags = [.. known.Body.Tags, $"t{times}"] }, known.Revision));
    };

    static Task<string> Form(Practice practice) => practice.Comes("form.submitted", new { contact = new { email = "ada@example.test", lastName = "Hart" } }, contact: null);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task It_looks_again_until_nobody_is(int times)
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        Busy(practice, times);
        var form = await Form(practice);
        Assert.Equal("enrolled:1", await practice.One.Route(form));
        var ada = (await practice.Store.Find(Kinds.Contact, Practice.Id, Practice.Ada))!.Body;
        Assert.Equal(("Hart", times), (ada.LastName, ada.Tags.Length));
    }

    [Fact]
    public async Task When_somebody_always_is_it_says_so_and_nothing_is_written()
    {
        using var practice = await Practice.Open(new Flow("form.submitted", Pieces.Delay("s1", "P1D")));
        Busy(practice, 9);
        var form = await Form(practice);
        await Assert.ThrowsAsync<KeepsConflictingException>(() => practice.One.Route(form));
        Assert.Null(await practice.ResultOf(form));
        Assert.Equal("enrolled:1", await practice.Other.Route(form));
    }
}
