using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Tests.Describing;

public sealed class PrivateFieldsTests
{
    static readonly PrivateFields Private = new(Builtin.Catalogue());

    [Theory]
    [InlineData("contact.email", true)]
    [InlineData("contact.fields.skin", true)]
    [InlineData("contact.tags", false)]
    [InlineData("form.fields.allergies", true)]
    [InlineData("form.id", false)]
    [InlineData("message.body", true)]
    [InlineData("message.channel", false)]
    [InlineData("webhook.anything.at.all", true)]
    [InlineData("appointment.service", true)]
    [InlineData("appointment.status", false)]
    [InlineData("appointment.services", true)]
    [InlineData("appointment.services.0", true)]
    [InlineData("appointment.services.0.name", true)]
    [InlineData("appointment.servicesToday", false)]
    public void What_says_who_somebody_is_or_how_they_are_is_private(string field, bool expected) => Assert.Equal(expected, Private.Contains(field));
}
