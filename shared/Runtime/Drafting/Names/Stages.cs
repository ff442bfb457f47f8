using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Names;

/// <summary>Finds a stage of a pipeline by what people call it.</summary>
static class Stages
{
    public static (NamedPipeline Pipeline, Named Stage)? Find(string spoken, Scene scene)
    {
        var words = spoken.Split(' ');
        // The name may be followed by more: "Consultation done in the Consultations pipeline".
        for (var length = words.Length; length > 0; length--)
        {
            var name = string.Join(' ', words.Take(length));
            var found = scene.Names.Pipelines.SelectMany(pipeline => pipeline.Stages.Where(stage => NameSearch.Find([stage], name) is not null).Select(stage => (pipeline, stage))).ToList();
            var exact = found.Where(entry => string.Equals(entry.stage.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (exact.Count == 1) return exact[0];
            if (found.Count == 1) return found[0];
        }
        return null;
    }
}
