// One account: packages and the Functions host in blobs, the records in tables, and, when Azure Storage carries the
// orchestrations, their queues and tables too.
param name string
param location string
param tags object
param sku string
param locked bool
@description('Whether the app works with queues, which it does only for the Azure Storage provider.')
param queues bool
param appPrincipalId string

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var roles = concat([blobDataOwner, tableDataContributor], queues ? [queueDataContributor] : [])

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource packages 'containers' = { name: 'packages' }
  }
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: account
    name: guid(account.id, appPrincipalId, role)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Tables cannot be undeleted; an account can, for two weeks. So at least the account should not go by accident.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'records'
  properties: { level: 'CanNotDelete', notes: 'Holds the practices\' records.' }
}

output name string = account.name
output tablesUri string = account.properties.primaryEndpoints.table
output packages string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
