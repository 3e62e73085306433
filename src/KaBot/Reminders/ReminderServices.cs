using KaBot.Operations;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Messages;
using KaBot.Reminders.Teams;
using KaBot.Storage;
using KaBot.Turns;
using Npgsql;
using Quartz;

namespace KaBot.Reminders;

/// <summary>What the reminders are made of: a clock that fires the sweep, and a loop that empties the outbox.</summary>
public static class ReminderServices
{
    public static void AddReminders(this WebApplicationBuilder builder)
    {
        var options = ReminderOptions.Read(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(CalendarSet.Load(options.Calendars)).AddSingleton<Measures>();
        services.AddSingleton<ReminderStore>().AddSingleton<SendRates>().AddSingleton<Outbox>().AddSingleton<Sweep>().AddSingleton<DeliveryRound>();
        services.AddSingleton<DailyContent>().AddSingleton<IMessageContent>(provider => provider.GetRequiredService<DailyContent>());
        services.AddSingleton<DigestContent>().AddSingleton<IMessageContent>(provider => provider.GetRequiredService<DigestContent>())
            .AddSingleton<IMessageContent, NudgeContent>().AddSingleton<DigestSweep>()
            .AddSingleton<IMessageContent, PracticeContent>().AddSingleton<PracticeSweep>();
        services.AddSingleton<IWorkdays, Schedules.RepWorkdays>().AddSingleton<CardTaps>().AddSingleton<IFeature, RemindersFeature>().AddSingleton<DeliveryLoop>();
        if (!options.Enabled) return;
        var storage = StorageOptions.Read(builder.Configuration);
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<SweepJob>(trigger => trigger.WithIdentity("sweep").StartNow().WithCronSchedule("0 * * * * ?"));
            // One sweep a minute, however many nodes there are.
            if (storage.IsPostgreSql)
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, PostgresDatabase.ForLibrary(storage.ConnectionString));
                    store.UseClustering();
                    store.ProvisionSchema();
                });
        });
        services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryLoop>());
    }
}
