using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Triggers;

/// <summary>Somebody answered a survey.</summary>
static class SurveySubmitted
{
    public static readonly TriggerDescriptor Descriptor = new("survey.submitted", "Survey submitted", "Events",
        "Starts when somebody answers a survey.",
        Config: [],
        Filters: ContactFilters.And(new("survey.id", "Survey", "text", Of: "form"), new("survey.name", "Survey name", "text"), 
            new("survey.disqualified", "Was disqualified", "flag"), new("survey.termsAgreed", "Agreed to the terms", "flag"), new("survey.*", "Answer", "text")),
        MergeFields: [new("survey.id", "Survey id"), new("survey.name", "Survey name"), new("survey.*", "Answer", Sensitive: true)],
        MakesContact: true);
}
