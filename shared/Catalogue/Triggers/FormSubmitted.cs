using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Somebody filled in a form.</summary>
static class FormSubmitted
{
    public static readonly TriggerDescriptor Descriptor = new("form.submitted", "Form submitted", "Events",
        "Starts when somebody sends a form, on your website or in a form tool. Filter by form to use only one.",
        Config: [],
        Filters: ContactFilters.And(new("form.id", "Form", "text", Of: "form"), new("form.name", "Form name", "text"), new("form.termsAgreed", "Agreed to the terms", "flag"), new("form.fields.*", "Answer", "text")),
        MergeFields: [new("form.id", "Form id"), new("form.name", "Form name"), new("form.termsAgreed", "Agreed to the terms", "flag"), new("form.fields.*", "Answer", Sensitive: true)],
        MakesContact: true);
}
