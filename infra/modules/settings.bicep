// The app's settings, by the names that functions/Starting/AzureSettings.cs reads. No key and no connection string is among
// them: the app signs in with its identity, and secrets are references into the vault.
param appName string
param identityClientId string
param publicUrl string
param insightsConnection string
param storageName string
param tablesUri string
param busHost string
param taskHubName string
@description('Empty: Azure Storage carries the orchestrations.')
param schedulerEndpoint string
param vaultUri string
param messagesLive bool
param twilioMessagingServiceSid string
@description('Empty: workflows are drafted without a model.')
param draftingEndpoint string
param draftingModel string
param practiceName string
param practiceTimeZone string
@description('Empty: nobody signs in, everybody has a key.')
param signInTenantId string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(always, throughScheduler, throughMessagingService, throughSignIn)
  }
}

var always = {
  AZURE_CLIENT_ID: identityClientId
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  ServiceBus__fullyQualifiedNamespace: busHost
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identityClientId
  Storage__TablesUri: tablesUri
  TASKHUB_NAME: taskHubName
  PublicUrl: publicUrl
  Links__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/links-key/)'
  Messages__Live: string(messagesLive)
  SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-api-key/)'
  SendGrid__EventKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-event-key/)'
  Twilio__AccountSid: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/twilio-account-sid/)'
  Twilio__AuthToken: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/twilio-auth-token/)'
  Drafting__Endpoint: draftingEndpoint
  Drafting__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/drafting-key/)'
  Drafting__Model: draftingModel
  Practice__Name: practiceName
  Practice__TimeZone: practiceTimeZone
  Owner__Key: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/owner-key/)'
}

var throughScheduler = empty(schedulerEndpoint)
  ? {}
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
    }

// Left out when there is none: an empty setting is a setting.
var throughMessagingService = empty(twilioMessagingServiceSid)
  ? {}
  : {
      Twilio__MessagingServiceSid: twilioMessagingServiceSid
    }

var throughSignIn = empty(signInTenantId)
  ? {}
  : {
      SignIn__Tenant: signInTenantId
    }
