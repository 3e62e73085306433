namespace KaBot.Cards;

public static class CorrectCard
{
    public const int PageSize = 8;
}
