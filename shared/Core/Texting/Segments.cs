namespace AesthetixWorkflows.Core.Texting;

/// <summary>How many segments a text message takes; carriers bill and limit by them.</summary>
/// <remarks>GSM 03.38: 160 characters alone, 153 in each of several; anything outside that alphabet makes it UCS-2: 70 and 67.</remarks>
public static class Segments
{
    const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /// <summary>Each takes two places.</summary>
    const string Extended = "^{}\\[~]|€\f";

    public static int Count(string text)
    {
        if (text.Length == 0) return 0;
        var septets = 0;
        foreach (var c in text)
        {
            if (Basic.Contains(c, StringComparison.Ordinal)) septets++;
            else if (Extended.Contains(c, StringComparison.Ordinal)) septets += 2;
            else return text.Length <= 70 ? 1 : Parts(text.Length, 67);
        }
        return septets <= 160 ? 1 : Parts(septets, 153);
    }

    static int Parts(int length, int size) => (length + size - 1) / size;
}
