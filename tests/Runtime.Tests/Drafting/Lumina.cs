using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Offline;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>A practice's names, and the product's catalogue.</summary>
static class Lumina
{
    public static readonly PracticeNames Names = new(
        Forms: [new("consultation", "Consultation"), new("price-list", "Price list")],
        Calendars: [new("cal_consultation", "Consultations"), new("cal_laser", "Laser Room")],
        Users: [new("usr_nora", "Nora Fields"), new("usr_ida", "Dr. Ida Moss")],
        Pipelines: [new("pipe_consult", "Consultations", [new("new", "New"), new("booked", "Booked"), new("done", "Consultation done"), new("sold", "Treatment sold")])],
        Tags: ["lead", "patient", "vip"],
        Workflows: [new("wf_noshow", "No-show recovery")])
    {
        Dates = [new("package_expires", "Package expires"), new("membership_renewal", "Membership renews")],
    };

    public static readonly ProductCatalogue Catalogue = Builtin.Catalogue();
    public static readonly ILintCatalogue Lint = new LintCatalogue(Catalogue);

    public static Drafted Draft(string prompt, System.Text.Json.JsonElement? current = null, PracticeNames? names = null) =>
        new OfflineDrafter(Catalogue).Draft(new(prompt, names ?? Names, current)).GetAwaiter().GetResult();
}
