using AesthetixWorkflows.Core.Conditions;
using static AesthetixWorkflows.Core.Tests.Calendars.Instants;

namespace AesthetixWorkflows.Core.Tests.Conditions;

public sealed class NarrationTests
{
    [Theory]
    [InlineData("""{"all":[]}""", "always")]
    [InlineData("""{"any":[]}""", "never")]
    [InlineData("""{"field":"form.id","op":"is","value":"consultation"}""", "Form is consultation")]
    [InlineData("""{"field":"contact.firstName","op":"empty","value":"x"}""", "First name is empty")]
    [InlineData("""{"all":[{"field":"form.id","op":"is","value":"consultation"},{"field":"contact.tags","op":"contains","value":"vip"}]}""",
        "Form is consultation and Tag contains vip")]
    [InlineData("""{"field":"opportunity.value","op":"between","value":[100,250.5]}""", "Value is between 100 and 250.5")]
    [InlineData("""{"field":"contact.source","op":"anyOf","value":["web","ads"]}""", "Source is any of web, ads")]
    [InlineData("""{"field":"contact.lastVisit","op":"notInLast","value":"P1Y6M"}""", "Last visit is not in the last 1 year 6 months")]
    [InlineData("""{"field":"contact.vip","op":"is","value":true}""", "Vip is yes")]
    [InlineData("""{"all":[{"field":"a.x","op":"empty"},{"any":[{"field":"a.y","op":"empty"},{"field":"a.z","op":"empty"}]}]}""",
        "X is empty and (Y is empty or Z is empty)")]
    [InlineData("""{"any":[{"field":"a.x","op":"empty"},{"field":"a.y","op":"empty"},{"field":"a.z","op":"empty"},{"field":"a.q","op":"empty"},{"field":"a.r","op":"empty"}]}""",
        "X is empty or Y is empty or Z is empty + 2 more")]
    public void A_condition_reads_as_a_sentence(string json, string sentence) => Assert.Equal(sentence,
        Narration.Of(ConditionJson.Read(Json(json)).Condition, field => field == "contact.tags" ? "Tag" : null));

    [Fact]
    public void Values_are_called_as_people_call_them() => Assert.Equal("Status is any of No-show, new",
        Narration.Of(ConditionJson.Read(Json("""{"field":"appointment.status","op":"anyOf","value":["noshow","new"]}""")).Condition, null, (field, value) => (field, value) == ("appointment.status", "noshow") ? "No-show" : null));
}
