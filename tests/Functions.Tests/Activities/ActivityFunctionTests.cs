using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Functions.Orchestration;

namespace AesthetixWorkflows.Functions.Tests.Activities;

public sealed class ActivityFunctionTests
{
    [Fact]
    public void Every_action_of_the_catalogue_has_an_activity_function_and_every_function_an_action()
    {
        var wanted = Builtin.Catalogue().Actions.Keys.Select(ActivityNames.Of).Append(ActivityNames.Evaluate);
        Assert.Equal(wanted.Order(), ActivityFunctions.Names.Order());
    }

    [Theory]
    [InlineData("sms.send", "SmsSend")]
    [InlineData("contact.tag.add", "ContactTagAdd")]
    [InlineData("http.request", "HttpRequest")]
    public void A_function_is_named_after_its_action(string type, string name) => Assert.Equal(name, ActivityNames.Of(type));

    [Fact]
    public void No_two_actions_share_a_function() =>
        Assert.Equal(Builtin.Catalogue().Actions.Count, Builtin.Catalogue().Actions.Keys.Select(ActivityNames.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
