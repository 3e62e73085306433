using Microsoft.Playwright;

namespace KaBot.EndToEnd.Parts;

internal static class Waiting
{
    /// <summary>Waits until it can be seen; fails with all that the page showed instead.</summary>
    public static async Task UntilSeenAsync(this ILocator locator)
    {
        try
        {
            await locator.WaitForAsync();
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\nThe page showed:\n{await locator.Page.InnerTextAsync("body")}", late);
        }
    }
}
