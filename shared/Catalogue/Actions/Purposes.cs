using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Why a patient is written to. Care messages belong to a visit; marketing needs its own consent.</summary>
static class Purposes
{
    public const string Team = "team";

    public static readonly Field Field = new("purpose", FieldKind.Choice, "Purpose", Required: true,
        Options: [new("care", "Care: about a visit or treatment"), new("marketing", "Marketing: offers and news")],
        Help: "Patients may agree to one and not to the other.");

    public static readonly Field WhenQuiet = new("whenQuiet", FieldKind.Choice, "At quiet times", Options: [new("hold", "Send it later"), new("drop", "Do not send it")],
        Help: "Quiet hours, closed hours and holidays. Not chosen: it is sent later.");

    public static readonly Field AllowPrivate = new("allowPrivate", FieldKind.Flag, "May carry private information", Help: "Treatments, amounts and answers of forms are kept out otherwise.");

    public static readonly Field ExpiresAfter = new("expiresAfter", FieldKind.Duration, "Drop it after",
        Help: "If it has to wait longer than this (quiet hours, closed hours), it is not sent at all.");
}
