using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Tests.Enrollments;

public sealed class EntryRulesTests
{
    [Theory]
    [InlineData(Reentry.Once, 0, false, null)]
    [InlineData(Reentry.Once, 1, false, "entry.once")]
    [InlineData(Reentry.Once, 1, true, "entry.already")]
    [InlineData(Reentry.AfterFinish, 3, false, null)]
    [InlineData(Reentry.AfterFinish, 3, true, "entry.already")]
    [InlineData(Reentry.Always, 3, true, null)]
    public void Who_may_enter_again(Reentry reentry, int times, bool live, string? refused) =>
        Assert.Equal(refused, EntryRules.Refuse(reentry, times, live, recent: 0, depth: 0));

    [Theory]
    [InlineData(EntryRules.LoopLimit - 1, 0, null)]
    [InlineData(EntryRules.LoopLimit, 0, "entry.loop")]
    [InlineData(0, EntryRules.DepthLimit, null)]
    [InlineData(0, EntryRules.DepthLimit + 1, "entry.loop")]
    public void A_loop_is_refused_even_where_everybody_may_enter(int recent, int depth, string? refused) =>
        Assert.Equal(refused, EntryRules.Refuse(Reentry.Always, 0, false, recent, depth));

    [Theory]
    [InlineData(Scope.Contact, "form.submitted", "apt_1", "inv_1", "opp_1", "contact")]
    [InlineData(Scope.Appointment, "form.submitted", "apt_1", null, null, "appointment:apt_1")]
    [InlineData(Scope.Invoice, "payment.received", null, "inv_1", null, "invoice:inv_1")]
    [InlineData(Scope.Opportunity, "opportunity.created", null, null, "opp_1", "opportunity:opp_1")]
    [InlineData(Scope.Opportunity, "form.submitted", null, null, null, "contact")]
    [InlineData(Scope.Contact, null, null, null, null, "contact")]
    // Appointment and invoice triggers admit one per appointment or invoice whatever the setting.
    [InlineData(Scope.Contact, "appointment.booked", "apt_1", null, null, "appointment:apt_1")]
    [InlineData(Scope.Contact, "invoice.created", null, "inv_1", null, "invoice:inv_1")]
    [InlineData(Scope.Opportunity, "appointment.booked", "apt_1", null, "opp_1", "opportunity:opp_1")]
    [InlineData(Scope.Contact, "appointment.booked", null, null, null, "contact")]
    public void What_an_enrollment_is_about(Scope scope, string? type, string? appointment, string? invoice, string? opportunity, string key) =>
        Assert.Equal(key, EntryRules.ScopeKey(scope, type, appointment, invoice, opportunity));

    [Theory]
    [InlineData("appointment:apt_1", "appointment", "apt_1")]
    [InlineData("appointment:apt_1", "invoice", null)]
    [InlineData("appointments:apt_1", "appointment", null)]
    [InlineData("contact", "contact", null)]
    [InlineData("", "contact", null)]
    public void The_id_in_a_scope(string key, string kind, string? id) => Assert.Equal(id, EntryRules.IdIn(key, kind));
}
