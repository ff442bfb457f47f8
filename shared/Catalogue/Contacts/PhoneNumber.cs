namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>The form in which a phone number is stored and looked up: E.164. Ten digits without a country are North American.</summary>
static class PhoneNumber
{
    public static string? Normalise(string typed)
    {
        var text = typed.Trim();
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/' or '\u00a0'))) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.StartsWith('+')) return IsE164(digits) ? "+" + digits : null;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return IsE164(digits[2..]) ? "+" + digits[2..] : null;
        return digits.Length switch
        {
            10 when digits[0] is >= '2' => "+1" + digits,
            11 when digits[0] is '1' => "+" + digits,
            _ => null,
        };
    }

    static bool IsE164(string digits) => digits.Length is >= 7 and <= 15 && digits[0] != '0';
}
