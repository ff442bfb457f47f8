using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Whether a prompt is written in another language. Guessing at it would be worse than saying so.</summary>
static partial class Language
{
    /// <summary>Little words of Spanish, French, German, Portuguese and Italian that English does not have.</summary>
    static readonly FrozenSet<string> foreign = """
        el los las una unos que del por para con cuando si y su sus le les al cada después antes días día hora horas semana semanas mes cita citas paciente pacientes correo mensaje envía enviar envíe avisa reserva responde sin también está hay
        le les des un une quand pour avec et aux chaque après avant jours jour heures heure semaine rendez-vous message envoyer envoie envoyez est dans qui pas sur vous nous son leur ou du
        wenn der das und ein eine einen einem mit für nicht ist nach vor tage tag stunden stunde woche termin patienten nachricht sende senden schicke wird dem den zu auf bei
        quando uma não com consulta depois dias após mensagem envie e o os as um no na se quando il lo gli della dopo prima giorni giorno invia messaggio appuntamento paziente
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !LittleWords.Has(word) && word is not ("message" or "as" or "no" or "o" or "e" or "y" or "son" or "mes" or "auf" or "sin" or "est" or "con" or "don" or "si" or "al" or "su" or "le" or "un" or "den" or "hay" or "tag" or "patienten" or "um" or "pour" or "pas" or "il" or "lo" or "et")).ToFrozenSet();

    public static bool IsForeign(string prompt)
    {
        var (theirs, ours) = (0, 0);
        foreach (var word in Words().EnumerateMatches(prompt))
        {
            var text = prompt.Substring(word.Index, word.Length).ToLowerInvariant();
            if (foreign.Contains(text)) theirs++;
            else if (LittleWords.Has(text)) ours++;
        }
        return theirs >= 2 && theirs > ours;
    }

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
